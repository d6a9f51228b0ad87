/** The state that a body's name begins or ends with ('Ethiopia's foreign ministry'), as a gazetteer id; null where none. */
export function stateOf(_name: string): string | null {
  return null;
}

/** The body's name without its state: 'foreign ministry'. */
export function bodyOfState(name: string): string {
  return name;
}

/**
 * Runs one statement over Neo4j's HTTP interface, which needs no driver.
 * @returns {Promise<'done' | 'refused' | 'failed'>} refused: the password is not accepted, or must be changed first
 */
export async function askNeo4j(port, password, database, statement, parameters = {}) {
  const credentials = Buffer.from(`neo4j:${password}`).toString('base64');
  try {
    const response = await fetch(`http://127.0.0.1:${port}/db/${database}/tx/commit`, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${credentials}`,
        'Content-Type': 'application/json',
        Accept: 'application/json',
      },
      body: JSON.stringify({ statements: [{ statement, parameters }] }),
      signal: AbortSignal.timeout(60_000),
    });
    if (response.status === 401 || response.status === 403) return 'refused';
    const { errors } = await response.json();
    if (errors.some((error) => error.code.includes('CredentialsExpired'))) return 'refused';
    return errors.length === 0 ? 'done' : 'failed';
  } catch {
    return 'failed';
  }
}

import type { Terminal } from './terminal.ts';

const REDRAW_MS = 200;
const LINE_MS = 5000;

/** Shows how far long work has come: redrawn on a screen, a line now and then in a log. */
export class Progress {
  readonly #terminal: Terminal;
  #shownAt = 0;
  #isDrawn = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(text: string): void {
    const now = Date.now();
    if (now - this.#shownAt < (this.#terminal.isInteractive ? REDRAW_MS : LINE_MS)) return;
    this.#shownAt = now;
    this.#isDrawn = this.#terminal.isInteractive;
    this.#terminal.err(this.#terminal.isInteractive ? `\r\u001b[K${text}` : `${text}\n`);
  }

  /** Clears what was drawn. */
  end(): void {
    if (this.#isDrawn) this.#terminal.err('\r\u001b[K');
  }
}

/** The machine did not do what it was asked for; the files of the author are not to blame. */
export class MachineError extends Error {
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'MachineError';
    this.code = code;
  }
}

/** The machine could not start a process as planned; nothing of the action ran. */
export class StartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StartError';
    this.code = code;
  }
}

export type StartErrorCode =
  | 'program_missing'
  | 'cwd_missing'
  | 'user_unknown'
  | 'user_unsupported'
  | 'file_changed'
  | 'file_unreadable'
  | 'spawn_failed';

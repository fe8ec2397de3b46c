/** Why a value is refused, in the words of the wire protocol. */
export type ValueCode =
  | 'type'
  | 'max_length'
  | 'max_items'
  | 'enum'
  | 'allowed'
  | 'pattern'
  | 'min'
  | 'max'
  | 'min_duration'
  | 'max_duration'
  | 'path'
  | 'allowed_paths'
  | 'denied_paths'
  | 'allowed_prefixes'
  | 'denied_prefixes'
  | 'protected_path';

/** One reason why a value is refused. `index` says which element of a list it is about. */
export interface ValueProblem {
  readonly code: ValueCode;
  readonly index?: number;
  /** What is wrong, to be read behind the argument's name. */
  readonly message: string;
  readonly hint?: string;
}

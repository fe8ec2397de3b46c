/**
 * What a document may be at one place, as plain data: everything that a schema decides by, and nothing of what it says.
 * `pnpm generate` writes the forms of documents from their Zod schemas, so that a right document costs no schema.
 */
export type Form =
  | AnyForm
  | BooleanForm
  | NullForm
  | TextForm
  | NumberForm
  | WordsForm
  | ListForm
  | MapForm
  | StructForm
  | UnionForm
  | OptionForm;

interface Common {
  /** Set where the schema asks for more than the form can say, so that the schema itself has to judge. */
  readonly isPartial?: true;
}

export interface AnyForm extends Common {
  readonly kind: 'any';
}

export interface BooleanForm extends Common {
  readonly kind: 'boolean';
}

export interface NullForm extends Common {
  readonly kind: 'null';
}

/** Text; lengths are in UTF-16 units. */
export interface TextForm extends Common {
  readonly kind: 'text';
  readonly minLength?: number;
  readonly maxLength?: number;
  /** All of them have to match somewhere. */
  readonly patterns?: readonly RegExp[];
}

/** A finite number. */
export interface NumberForm extends Common {
  readonly kind: 'number';
  /** Whether it has to be whole: `safe` leaves out those beyond 2^53. */
  readonly whole?: 'any' | 'safe';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** One of several constants. */
export interface WordsForm extends Common {
  readonly kind: 'words';
  readonly words: readonly unknown[];
}

export interface ListForm extends Common {
  readonly kind: 'list';
  readonly item: Form;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A mapping with keys of the author's own. */
export interface MapForm extends Common {
  readonly kind: 'map';
  readonly value: Form;
}

/** A mapping with keys that the document knows. */
export interface StructForm extends Common {
  readonly kind: 'struct';
  /** In the order of the schema. */
  readonly fields: Readonly<Record<string, Form>>;
  readonly required: readonly string[];
  /** Whether it takes keys that it does not know. */
  readonly isOpen?: true;
  /** Keys of the author's own, which nothing reads: those that match one of these. */
  readonly unread?: readonly RegExp[];
}

/** What fits one of several forms. */
export interface UnionForm extends Common {
  readonly kind: 'union';
  readonly options: readonly Form[];
  /** The key whose word chooses the option. */
  readonly by?: string;
  /** Set where the first option is what is expected, although anything is taken. */
  readonly isLenient?: true;
}

/** What may be left out, or null. */
export interface OptionForm extends Common {
  readonly kind: 'option';
  readonly inner: Form;
  readonly besides: undefined | null;
}

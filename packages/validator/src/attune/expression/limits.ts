/** Longer expressions are refused; a text around them may be of any length. */
export const MAX_EXPRESSION_LENGTH = 65_536;

/** How deep brackets, calls and prefix operators may nest in an expression. */
export const MAX_EXPRESSION_DEPTH = 100;

/** How deep lists and objects may nest in a value. Attune's own JSON reader stops at 128. */
export const MAX_VALUE_DEPTH = 500;

/** What one evaluation may cost unless the caller says otherwise: about one step per operation, entry or 8 characters. */
export const DEFAULT_MAX_STEPS = 5_000_000;

/** A text with more findings than this is not looked at any further. */
export const MAX_FINDINGS = 50;

const PLAIN = /^[A-Za-z](?:[A-Za-z0-9_(),.'/+ -]*[A-Za-z0-9_().'+-])?$/;
const IN_FLOW = /,/;
const OTHER_TYPE = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** A text as a YAML scalar that every reader takes for exactly this text, in a block and in a `[list]`. */
export const yamlText = (text: string): string =>
  PLAIN.test(text) && !OTHER_TYPE.test(text) && !IN_FLOW.test(text) ? text : JSON.stringify(text);

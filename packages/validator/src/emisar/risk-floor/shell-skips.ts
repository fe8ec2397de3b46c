/** The offset behind a single-quoted text that begins at `at`; undefined when it is not closed. */
export function skipSingle(text: string, at: number): number | undefined {
  const end = text.indexOf("'", at + 1);
  return end === -1 ? undefined : end + 1;
}

/** The offset behind a double-quoted text that begins at `at`; undefined when it is not closed. */
export function skipDouble(text: string, at: number): number | undefined {
  let offset = at + 1;
  while (offset < text.length) {
    const char = text[offset];
    if (char === '"') return offset + 1;
    if (char === '\\') offset += 2;
    else if (char === '$' || char === '`') {
      const end = skipExpansion(text, offset);
      if (end === undefined) return undefined;
      offset = end;
    } else offset += 1;
  }
  return undefined;
}

/** The offset behind `$name`, `${ … }`, `$( … )`, a back-quoted command or a template block that begins at `at`. */
export function skipExpansion(text: string, at: number): number | undefined {
  if (text.startsWith('{{', at)) return behind(text, '}}', at + 2);
  if (text[at] === '`') return behind(text, '`', at + 1);
  if (text[at + 1] === '(') return skipBracket(text, at + 1, '(', ')');
  if (text[at + 1] === '{') return skipBracket(text, at + 1, '{', '}');
  const [name] = /^\$(?:[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?$!-])?/.exec(text.slice(at, at + 128)) ?? ['$'];
  return at + name.length;
}

function skipBracket(text: string, at: number, open: string, close: string): number | undefined {
  let depth = 0;
  let offset = at;
  while (offset < text.length) {
    const char = text[offset];
    const end =
      char === "'" ? skipSingle(text, offset) : char === '"' ? skipDouble(text, offset) : offset + 1;
    if (end === undefined) return undefined;
    if (char === '\\') {
      offset += 2;
      continue;
    }
    if (char === open) depth += 1;
    if (char === close) depth -= 1;
    if (depth === 0) return end;
    offset = end;
  }
  return undefined;
}

function behind(text: string, closing: string, from: number): number | undefined {
  const end = text.indexOf(closing, from);
  return end === -1 ? undefined : end + closing.length;
}

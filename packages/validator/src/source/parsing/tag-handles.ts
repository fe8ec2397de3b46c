import type { Scanner } from '../scanning/scanner.ts';
import type { Token } from '../scanning/token.ts';
import { type FaultFound, syntaxFault, type YamlFault } from '../yaml-fault.ts';

/** What the handles of a document's tags stand for. */
export class TagHandles {
  readonly #prefixes = new Map([
    ['!', '!'],
    ['!!', 'tag:yaml.org,2002:'],
  ]);

  /** Reads the directives before a document, up to its `---`. */
  constructor(scanner: Scanner, faults: YamlFault[]) {
    const declared = new Set<string>();
    for (; scanner.kind !== 'document-start'; scanner.advance()) {
      const { kind, token } = scanner;
      const subject = kind === 'tag-directive' ? token.handle : '%YAML';
      if (kind !== 'yaml-directive' && kind !== 'tag-directive') {
        throw refused(token, 'no "---" stands between the directives and this');
      }
      if (declared.has(subject)) throw refused(token, `a second directive declares ${subject}`);
      if (kind === 'tag-directive') this.#prefixes.set(token.handle, token.value);
      else if (token.value === '1.2') faults.push({ ...otherVersion(token).fault, kind: 'newer-yaml' });
      else if (token.value !== '1.1') throw otherVersion(token);
      declared.add(subject);
    }
  }

  /** The tag of a `tag` token in full. */
  inFull({ handle, value, start, end }: Token): string {
    if (handle === '') return value;
    const prefix = this.#prefixes.get(handle);
    if (prefix === undefined) throw syntaxFault(start, end, `the tag handle "${handle}" is not declared`);
    return prefix + value;
  }
}

function otherVersion(token: Token): FaultFound {
  return refused(token, `YAML ${token.value} is not read, only 1.1`);
}

function refused(token: Token, message: string): FaultFound {
  return syntaxFault(token.start, token.end, message, { hint: 'leave the directive out' });
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import index from '@packwright/json-schemas' with { type: 'json' };
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';

/** What an author sees at the cursor, which is written as `¦`. */
export interface EditorView {
  /** `line:column message`, in the order of the server. */
  readonly problems: readonly string[];
  /** What each offer would insert, by its label. */
  readonly offers: Readonly<Record<string, string>>;
  /** The text beside an offer, by its label. */
  readonly notes: Readonly<Record<string, string>>;
  readonly hover: string;
}

const { resolve } = createRequire(import.meta.url);

const server = getLanguageService({
  schemaRequestService: (uri) => Promise.reject(new Error(`no network in tests: ${uri}`)),
  workspaceContext: { resolveRelativePath: (path) => path },
});
server.configure({
  validate: true,
  completion: true,
  hover: true,
  hoverSchemaSource: false,
  schemas: index.schemas.map(({ id, path, fileMatch }) => ({
    uri: id,
    fileMatch,
    schema: JSON.parse(readFileSync(resolve(`@packwright/json-schemas/${path}`), 'utf8')),
  })),
});

let opened = 0;

/** Opens a text under a name in yaml-language-server, with the published schemas attached as the index says. */
export async function inEditor(path: string, textWithCursor: string): Promise<EditorView> {
  const offset = textWithCursor.indexOf('¦');
  const text = textWithCursor.replace('¦', '');
  const document = TextDocument.create(`file:///work/pack-${opened++}/${path}`, 'yaml', 1, text);
  const found = await server.doValidation(document, false);
  const problems = found.map(
    ({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`,
  );
  if (offset === -1) return { problems, offers: {}, notes: {}, hover: '' };
  const cursor = document.positionAt(offset);
  const { items } = await server.doComplete(document, cursor, false);
  return {
    problems,
    offers: Object.fromEntries(
      items.map((item) => [item.label, item.textEdit?.newText ?? item.insertText ?? '']),
    ),
    notes: Object.fromEntries(items.map((item) => [item.label, textOf(item.documentation)])),
    hover: textOf((await server.doHover(document, cursor))?.contents),
  };
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (typeof content === 'object' && content !== null && 'value' in content) return String(content.value);
  return '';
}

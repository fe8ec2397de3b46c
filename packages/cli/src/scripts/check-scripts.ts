import {
  type Diagnostic,
  type OpenedPack,
  type PackTree,
  SourceText,
  TreeReadError,
} from '@packwright/validator';
import { listScripts, type Script } from './list-scripts.ts';
import { parseScript, type ScriptFault } from './parse-script.ts';

/** The code of what a shell says about a script; a warning, since it depends on the machine. */
const CODE = 'PCK204';

/** The pack with a warning for each script that the machine's own shell cannot parse. Nothing is run. */
export function checkScripts(tree: PackTree, opened: OpenedPack): OpenedPack {
  const sources = new Map(opened.sources);
  const found: Diagnostic[] = [];
  for (const script of readableScripts(tree)) {
    const fault = parseScript(script.shell, script.bytes);
    if (!fault) continue;
    const source = new SourceText(script.text);
    sources.set(script.path, source);
    found.push(warning(script, fault, source));
  }
  return found.length === 0 ? opened : { ...opened, sources, diagnostics: [...opened.diagnostics, ...found] };
}

function warning({ path, shell }: Script, { line, reason }: ScriptFault, source: SourceText): Diagnostic {
  const start = source.lineStarts[Math.min(line, source.lineStarts.length) - 1] ?? 0;
  return {
    code: CODE,
    severity: 'warning',
    file: path,
    span: { start, end: start + source.line(line).length },
    message: `${shell} cannot parse "${path}": ${reason}`,
    hint: `\`${shell} -n ${path}\` shows all it has to say`,
  };
}

function readableScripts(tree: PackTree): readonly Script[] {
  try {
    return [...listScripts(tree)];
  } catch (error) {
    // What cannot be read is no concern of this check; the validator has said so where it matters.
    if (error instanceof TreeReadError) return [];
    throw error;
  }
}

import type { Diagnostic, OpenedPack, OpenOptions, PackTree } from '@packwright/validator';
import type { PackReport } from '@packwright/validator/render';
import type { PackPath } from './find-packs.ts';
import { openPack } from './open-pack.ts';

export interface JudgeOptions {
  readonly for?: 'registry' | undefined;
  readonly profile?: string | undefined;
  readonly together?: boolean;
  readonly scripts?: boolean;
}

/** Judges packs in their order. One pack is held at a time, except with `together`, which needs them all. */
export async function* judgePacks(
  packs: readonly PackPath[],
  options: JudgeOptions,
): AsyncGenerator<PackReport> {
  if (!options.together) return yield* judgeEach(packs, options);
  const { checkTogether } = await import('@packwright/validator');
  const reports: PackReport[] = [];
  for await (const report of judgeEach(packs, options)) reports.push(report);
  const claims = checkTogether(reports);
  yield* reports.map(({ path, opened }, at) => ({ path, opened: withDiagnostics(opened, claims[at] ?? []) }));
}

async function* judgeEach(packs: readonly PackPath[], options: JudgeOptions): AsyncGenerator<PackReport> {
  const open: OpenOptions = {
    ...(options.for === undefined ? {} : { audience: options.for }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
  };
  for (const pack of packs) {
    const { path, opened, tree } = await openPack(pack, open);
    yield { path, opened: options.scripts && tree ? await scriptsChecked(tree, opened) : opened };
  }
}

async function scriptsChecked(tree: PackTree, opened: OpenedPack): Promise<OpenedPack> {
  const { withScriptCheck } = await import('@packwright/validator/scripts');
  return withScriptCheck(tree, opened);
}

/** A pack with more diagnostics; an error among them takes its digest, as of any refused pack. */
function withDiagnostics(opened: OpenedPack, more: readonly Diagnostic[]): OpenedPack {
  if (more.length === 0) return opened;
  const diagnostics = [...opened.diagnostics, ...more];
  const refused = diagnostics.some(({ severity }) => severity === 'error');
  return refused ? { ...opened, diagnostics, digest: null, view: null } : { ...opened, diagnostics };
}

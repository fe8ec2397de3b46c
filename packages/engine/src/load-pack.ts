import { resolve } from 'node:path';
import { type Diagnostic, open } from '@packwright/validator';
import { directoryTree, nodeSha256 } from '@packwright/validator/node';
import { compareUtf8 } from '@packwright/values';
import type { ActionOfPack, LoadedPack } from './plan/loaded-pack.ts';
import { planners } from './planners.ts';
import { recordingTree } from './recording-tree.ts';

/** A pack that can be run, or why its format's loader refuses it. */
export type LoadResult =
  | { readonly ok: true; readonly pack: LoadedPack }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads the pack in a directory. Says nothing of trust: that is asked of every run. */
export function loadPack(path: string): LoadResult {
  const directory = resolve(path);
  const { tree, files } = recordingTree(directoryTree(directory));
  const opened = open(tree, { sha256: nodeSha256 });
  const { diagnostics, digest, view } = opened;
  if (digest === null || view === null) return { ok: false, diagnostics };
  const actions: ActionOfPack[] = [];
  const { format, id, version } = view.card;
  const pack: LoadedPack = { format, id, version, digest, directory, files, view, actions };
  const planner = planners.find((candidate) => candidate.format === format);
  const views = new Map(view.runnable?.actions.map((action) => [action.id, action]));
  for (const plannable of planner?.load({ directory, tree, opened }) ?? []) {
    const action = views.get(plannable.id);
    if (action) actions.push({ ...plannable, pack, view: action });
  }
  actions.sort((a, b) => compareUtf8(a.id, b.id));
  return { ok: true, pack };
}

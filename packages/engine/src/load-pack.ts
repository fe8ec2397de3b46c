import { resolve } from 'node:path';
import type { Diagnostic } from '@packwright/validator';
import { directoryTree, nodeSha256 } from '@packwright/validator/node';
import { openOnDemand } from '@packwright/validator/on-demand';
import { compareUtf8 } from '@packwright/values';
import type { ActionPlanner, PackSource } from './plan/action-planner.ts';
import type { ActionOfPack, LoadedPack } from './plan/loaded-pack.ts';
import { plannerOf } from './planners.ts';
import { type RecordingTree, recordingTree } from './recording-tree.ts';

/** A pack that can be run, or why its format's loader refuses it. */
export type LoadResult =
  | { readonly ok: true; readonly pack: LoadedPack }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads the pack in a directory, without the rules that only warn. Says nothing of trust: that is asked of every run. */
export async function loadPack(path: string): Promise<LoadResult> {
  const directory = resolve(path);
  const recording = recordingTree(directoryTree(directory));
  const opened = await openOnDemand(recording.tree, { sha256: nodeSha256, verdictOnly: true });
  const planner = opened.format === null ? undefined : await plannerOf(opened.format);
  return runnable({ directory, opened, ...recording }, planner);
}

/** A pack that was opened, with the actions that its format has for the engine. */
export function runnable(source: PackSource & RecordingTree, planner: ActionPlanner | undefined): LoadResult {
  const { directory, files, opened } = source;
  const { diagnostics, digest, view } = opened;
  if (digest === null || view === null) return { ok: false, diagnostics };
  const actions: ActionOfPack[] = [];
  const { format, id, version } = view.card;
  const pack: LoadedPack = { format, id, version, digest, directory, files, view, actions };
  const views = new Map(view.runnable?.actions.map((action) => [action.id, action]));
  for (const plannable of planner?.load(source) ?? []) {
    const action = views.get(plannable.id);
    if (action) actions.push({ ...plannable, pack, view: action });
  }
  actions.sort((a, b) => compareUtf8(a.id, b.id));
  return { ok: true, pack };
}

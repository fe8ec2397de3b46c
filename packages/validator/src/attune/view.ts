import type { PackView, RunnableAction } from '@packwright/schema/views';
import { compareUtf8, foldWhitespace } from '@packwright/values';
import { argsOf, automationOf } from './automation.ts';
import { categoryOf } from './category.ts';
import type { AttunePackFiles, Component } from './pack.ts';
import { titleOf } from './title.ts';

/** The read model of an Attune pack without errors. */
export function viewOf(pack: AttunePackFiles, digest: string): PackView {
  const { ref, version, label, name, description, meta, metadata, runtime_deps } = pack.manifest.value;
  return {
    card: {
      format: 'attune',
      id: ref,
      version,
      title: foldWhitespace(label ?? name ?? '') || titleOf(ref),
      summary: foldWhitespace(description ?? ''),
      category: categoryOf((meta ?? metadata)?.category),
      digest,
    },
    runnable: {
      actions: pack.components.action.map(actionView).sort((a, b) => compareUtf8(a.id, b.id)),
    },
    automation: automationOf(pack),
    requirements: {
      os: [],
      binaries: (runtime_deps ?? []).filter(
        (name): name is string => typeof name === 'string' && name !== '',
      ),
      env: [],
    },
  };
}

/** The loader stores no tags, so any value passes. */
function tagsOf(tags: unknown): string[] {
  const words = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
  return words.map(foldWhitespace).filter((word) => word !== '');
}

function actionView({ ref, value }: Component<'action'>): RunnableAction {
  const description = foldWhitespace(value.description ?? '');
  return {
    id: ref,
    title: foldWhitespace(value.label ?? '') || titleOf(ref),
    summary: description,
    description,
    kind: value.workflow_file === undefined ? (value.runner_type ?? 'shell') : 'workflow',
    // The format has no word for risk.
    risk: 'unrated',
    sideEffects: [],
    searchTerms: tagsOf(value.tags),
    args: argsOf(value.parameters),
  };
}

import type { RuleInfo } from '../../structure/rule-info.ts';
import type { FaultKind } from '../anatomy/content.ts';
import type { EvershellRule } from '../rule.ts';

type Words = Pick<RuleInfo, 'name' | 'summary' | 'why'>;

/** A rule that tells the faults of one kind which reading the content found (specs/evershell 1.10). */
function contentRule(code: string, kind: FaultKind, upstream: string, words: Words): EvershellRule {
  return {
    code,
    severity: 'error',
    ...words,
    upstream: [upstream],
    *check({ content }) {
      for (const fault of content.faults) {
        if (fault.kind !== kind) continue;
        const { path: file, message, hint } = fault;
        yield { file, span: { start: 0, end: 0 }, message, hint };
      }
    },
  };
}

/** What may stand in a pack, and under which paths. */
export const contentRules: readonly EvershellRule[] = [
  contentRule('EVS002', 'unknown_entry', 'unknown_entry', {
    name: 'unknown-entry',
    summary: 'Something stands at the top of the pack that has no place there.',
    why: 'A pack is six names and nothing else, so that an agent knows where to look; the build refuses the rest.',
  }),
  contentRule('EVS003', 'entry_wrong_kind', 'entry_wrong_kind', {
    name: 'entry-wrong-kind',
    summary:
      'A directory stands where a file belongs, or a file or a link where a directory or a file belongs.',
    why: 'The build takes the manifest and the prompt from regular files, and mounts the directories as they are.',
  }),
  contentRule('EVS004', 'duplicate_entry', 'duplicate_entry', {
    name: 'entry-twice',
    summary: 'An archive holds one path twice.',
    why: 'Which of the two is unpacked depends on the program, so a reviewer could see the one and an agent the other.',
  }),
  contentRule('EVS005', 'ambiguous_entry', 'ambiguous_entry', {
    name: 'entry-ambiguous',
    summary: 'Two paths differ only by case, or only by how Unicode spells them.',
    why: 'Some systems take them for one file and lose the other.',
  }),
  contentRule('EVS006', 'unsafe_entry', 'unsafe_entry', {
    name: 'entry-unsafe',
    summary: 'The pack holds something that is neither file, directory nor link, or a hard link to nothing.',
    why: 'Devices and pipes act when they are read; a pack is content only.',
  }),
  contentRule('EVS007', 'path_invalid', 'path_invalid', {
    name: 'path-form',
    summary:
      'A path is absolute, leads out of the pack, is too long or too deep, or holds characters that no path should.',
    why: 'Such a path means another place on another system, or cannot be created there at all.',
  }),
  contentRule('EVS008', 'pack_too_large', 'pack_too_large', {
    name: 'pack-too-large',
    summary: 'The pack holds more than 100 MiB, or its manifest more than 256 KiB.',
    why: 'Every workspace mounts the pack, and every upload is read as a whole.',
  }),
  contentRule('EVS009', 'archive_bomb', 'archive_bomb', {
    name: 'archive-bomb',
    summary:
      'The pack has more than 10,000 entries, a file of more than 50 MiB, or content that is packed better than 200 to 1.',
    why: 'Such archives serve to exhaust whoever unpacks them.',
  }),
  contentRule('EVS010', 'archive_damaged', 'archive_unreadable', {
    name: 'archive-damaged',
    summary: 'The archive stops in the middle, or its headers are wrong.',
    why: 'What is behind the damage is not known, so it cannot be packed.',
  }),
  contentRule('EVS011', 'symlink_escape', 'symlink_escape', {
    name: 'link-escape',
    summary: 'A link leads out of the pack.',
    why: 'The pack is mounted somewhere else, and what the link would lead to there is not what its author saw.',
  }),
  contentRule('EVS012', 'symlink_dangling', 'symlink_dangling', {
    name: 'link-dangling',
    summary: 'A link leads to nothing.',
    why: 'An agent that follows it finds no file.',
  }),
  contentRule('EVS013', 'symlink_cycle', 'symlink_cycle', {
    name: 'link-cycle',
    summary: 'Links lead to each other for ever, or over more than eight links.',
    why: 'Programs give up on such links, each at another point.',
  }),
  contentRule('EVS014', 'symlink_absolute', 'symlink_absolute', {
    name: 'link-absolute',
    summary: 'A link names an absolute path.',
    why: 'The path is that of another machine once the pack is mounted, even where it leads back into the pack.',
  }),
];

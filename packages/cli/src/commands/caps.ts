import { toJson } from '@packwright/validator/render';
import { readTypedRequest } from '../caps/read-request.ts';
import { readSources } from '../caps/read-sources.ts';
import { tryRequest } from '../caps/trial.ts';
import { trialJson } from '../caps/trial-json.ts';
import { decisionText, explanationText } from '../caps/trial-text.ts';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { namedReport } from '../packs/named-report.ts';
import { styleFor } from '../style.ts';
import { UsageError } from '../usage-error.ts';

const TEXTS = { test: decisionText, explain: explanationText } as const;
const ACTIONS = Object.keys(TEXTS) as (keyof typeof TEXTS)[];

/** `packwright caps`. */
export const command = defineCommand({
  usage: 'caps test|explain FILE --request REQUEST',
  about: [
    'Says what a request to the network meets: whether it is admitted, by which rule, and otherwise what is missing.',
    '`test` prints the decision, `explain` also what every rule in force says.',
    '',
    'FILE is a list of capabilities as a role holds it, or a content pack. Of capabilities with one name that of the',
    'role is in force, then that of the packs in their order, then that of the providers.',
    'No request is made. Nothing counts as used before, and every credential and secret as being there.',
    '',
    'Exit code: 0 admitted, 1 refused, or a file has errors, 2 wrong usage.',
  ],
  flags: {
    request: {
      type: 'string',
      value: 'REQUEST',
      describe: '"GET https://host/path", a URL alone, or a JSON file with method, url, headers, body',
    },
    header: {
      type: 'string',
      value: 'HEADER',
      many: true,
      describe: 'a header as "Name: value"; may be repeated',
    },
    body: { type: 'string', value: 'FILE', describe: 'the body, from a file or from standard input (-)' },
    pack: { type: 'string', value: 'PATH', many: true, describe: 'a pack of the role; may be repeated' },
    provider: {
      type: 'string',
      value: 'FILE',
      many: true,
      describe: 'a list of a provider; may be repeated',
    },
    output: {
      type: 'string',
      value: 'FORM',
      choices: ['pretty', 'json'],
      describe: 'pretty, or json for all of it as data (default: pretty)',
    },
  },
  operands: { least: 2, most: 2 },
  examples: [
    ['packwright caps test caps.yaml --request "GET https://api.board.example/v2/cards"', 'is it admitted'],
    ['packwright caps explain caps.yaml --pack packs/board --request request.json', 'what every rule says'],
  ],
  async run({ flags, operands: [action = '', first = ''] }, io) {
    if (!isAction(action)) {
      throw new UsageError(`"${action}" is nothing that caps does`, 'write caps test or caps explain', {
        word: action,
        among: ACTIONS,
      });
    }
    if (flags.request === undefined) {
      throw new UsageError('there is no request', 'add --request="GET https://host/path"');
    }
    const request = readTypedRequest(
      { request: flags.request, headers: flags.header, body: flags.body },
      io.cwd,
    );
    const { sources, reports } = await readSources(
      { first, packs: flags.pack, providers: flags.provider },
      io.cwd,
    );
    if (reports.length > 0) await io.stderr.write(namedReport(reports, io));
    if (sources === null) return exitCode.findings;
    const trial = await tryRequest(sources, request);
    const text =
      flags.output === 'json'
        ? `${toJson(trialJson(trial), 2)}\n`
        : TEXTS[action](trial, styleFor(io, io.stdout));
    await io.stdout.write(text);
    return trial.decision.decision === 'allow' ? exitCode.ok : exitCode.findings;
  },
});

const isAction = (word: string): word is keyof typeof TEXTS => (ACTIONS as string[]).includes(word);

import { type Decision, stages } from '@packwright/capabilities';
import { visible } from '@packwright/validator/render';
import { closest } from '@packwright/values';
import type { Style } from '../style.ts';
import { REQUEST_REASONS, reasonText } from './reason-text.ts';
import { type AskedRule, hostOf, type Trial } from './trial.ts';

/** What becomes of the request, and for a refused one what comes closest to admitting it. */
export function decisionText(trial: Trial, style: Style): string {
  const { decision } = trial;
  const lines = [headline(trial, style)];
  if (decision.decision === 'allow') lines.push(...admissionLines(decision));
  else lines.push(...denialLines(trial, style));
  return `${lines.join('\n')}\n`;
}

/** The same, with what every rule in force says. */
export function explanationText(trial: Trial, style: Style): string {
  const { rules, refusedBefore, overridden } = trial;
  if (refusedBefore) return decisionText(trial, style);
  const asked = rules.map((each) => ruleLine(each, each === winnerOf(trial), style));
  const replaced = overridden.map(({ capability, origin, by }) =>
    style(
      'dim',
      `- ${visible(capability.name)} of ${visible(origin)} is replaced by the one of ${visible(by)}`,
    ),
  );
  const all = [...asked, ...replaced];
  return `${decisionText(trial, style)}\n${all.length === 0 ? 'no rule is in force' : all.join('\n')}\n`;
}

function headline({ request, decision }: Trial, style: Style): string {
  const word = decision.decision === 'allow' ? style('green', '✓ allow') : style('red', '✗ deny');
  return `${word}  ${visible(request.method)} ${visible(request.url)}`;
}

function admissionLines({
  rule,
  validations,
  transforms,
  forward,
  reservation,
}: Decision & { decision: 'allow' }): string[] {
  const counters = reservation?.counters.map(({ name }) => visible(name)) ?? [];
  return [
    `  by ${nameOf(rule.capability, rule.name, rule.index)} of ${visible(rule.origin)}`,
    ...(validations > 0 ? [`  conditions that hold: ${validations}`] : []),
    ...(transforms.length > 0 ? [`  changed by ${transforms.map(visible).join(', ')}`] : []),
    ...(forward.auth ? [`  with the credential ${visible(forward.auth.credential)}`] : []),
    ...(counters.length > 0 ? [`  counted by ${counters.join(', ')}`] : []),
  ];
}

function denialLines(trial: Trial, style: Style): string[] {
  const { decision, refusedBefore, rules } = trial;
  if (decision.decision === 'allow') return [];
  const { reason, stage, detail } = decision;
  const nearest = refusedBefore ? undefined : furthest(rules);
  const why = nearest && stage === nearest.said.stage ? undefined : REQUEST_REASONS[reason];
  return [
    `  ${reason} at the stage ${stage}${why === undefined ? '' : `: ${why}`}`,
    ...(why !== undefined && detail !== null ? [`  ${visible(detail)}`] : []),
    ...(nearest ? [`  closest: ${ruleLine(nearest, false, style)}`] : []),
    ...(reason === 'no_domain' ? missingDomain(trial, style) : []),
  ];
}

/** The rule that got furthest, of equals the first; nothing when no rule got past the host. */
function furthest(rules: readonly AskedRule[]): AskedRule | undefined {
  const rank = ({ said }: AskedRule): number => stages.indexOf(said.stage);
  const [best] = rules.toSorted((a, b) => rank(b) - rank(a));
  return best && best.said.stage !== 'domain' ? best : undefined;
}

/** Which scheme, port or host would have found a rule. */
function missingDomain({ onHost, rules, request }: Trial, style: Style): string[] {
  const [first] = onHost;
  if (first) {
    const by = nameOf(first.from.capability.name, first.allow.name, first.allow.index);
    const { allowInsecure, domains } = first.allow;
    const ports = domains.flatMap(({ port }) => (port === null ? [] : [port]));
    const where = `${allowInsecure ? 'http or https' : 'https'}${ports.length > 0 ? ` on port ${ports.join(', ')}` : ''}`;
    return [`  closest: ${by} of ${visible(first.from.origin)} covers the host, by ${where}`];
  }
  const among = rules.flatMap(({ rule }) => rule.allow.domains.map(({ text }) => text));
  const meant = closest(hostOf(request.url), among);
  return meant === undefined ? [] : [style('dim', `  did you mean the host "${visible(meant)}"?`)];
}

function ruleLine({ rule, said }: AskedRule, wins: boolean, style: Style): string {
  const { capability, origin } = rule.from;
  const name = `${nameOf(capability.name, rule.allow.name, rule.allow.index)} of ${visible(origin)}`;
  if (said.reason !== null)
    return `${style('red', '✗')} ${name}  ${said.stage}: ${visible(reasonText(rule.allow, said))}`;
  return `${style('green', '✓')} ${name}  admits it${wins ? '' : ', but comes later'}`;
}

const winnerOf = ({ rules }: Trial): AskedRule | undefined => rules.find(({ said }) => said.reason === null);

const nameOf = (capability: string, rule: string | null, index: number): string =>
  `${visible(capability)}/${rule === null ? index + 1 : visible(rule)}`;

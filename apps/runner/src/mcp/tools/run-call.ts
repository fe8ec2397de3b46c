import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  type ClientCapabilities,
  inputRequired,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { ActionOfPack, RunEvent } from '@packwright/engine';
import { z } from 'zod';
import type { Answer } from '../approvals.ts';
import type { Served } from '../served.ts';
import { packRef, shownRun } from '../shown.ts';
import { failed, told } from './answers.ts';
import { inexactNumber } from './inexact-number.ts';
import { oneLine } from './one-line.ts';
import type { CallPlace } from './tool.ts';

/** One run that an agent asks for. */
export interface RunCall {
  readonly action: ActionOfPack;
  readonly args: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly waitSeconds: number;
}

const Confirmation = z.object({ approve: z.boolean() });

/** Runs one action, after asking the user of the client where policy wants that; answers with the run. */
export async function runCall(call: RunCall, place: CallPlace) {
  const { action, args, reason } = call;
  const inexact = inexactNumber(args);
  if (inexact !== undefined)
    return failed(
      `the number at "${inexact}" is larger than those that arrive with all their digits`,
      `the largest is ${Number.MAX_SAFE_INTEGER}`,
    );
  const request = {
    actionId: action.id,
    packId: action.pack.id,
    digest: action.pack.digest,
    argumentsJson: JSON.stringify(args),
    reason,
  };
  const { served, channel, context } = place;
  const { answer, question } = await approval(request, place);
  if (question) return question;
  const cancelled = whileCalled(context.mcpReq.signal);
  const record = served.runs.begin({ actionId: action.id, reason, signal: cancelled.signal }, (run) =>
    served.approvals.with({ said: answer, channel }, () =>
      served.host.runner.run({ ...request, ...run, client: clientOf(context), onEvent: watcher(context) }),
    ),
  );
  const ended = (await served.runs.wait(record.id, call.waitSeconds * 1000)) ?? record;
  cancelled.isOver();
  return { ...told(shownRun(ended)), isError: ended.result !== null && ended.result.status !== 'success' };
}

/** The signal of a call up to its answer: what happens to the connection later is no cancellation. */
function whileCalled(signal: AbortSignal) {
  const own = new AbortController();
  const abort = (): void => own.abort();
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  return { signal: own.signal, isOver: () => signal.removeEventListener('abort', abort) };
}

type Request = Parameters<Served['host']['runner']['preview']>[0];

/** What the user of the client said, or the question that has to be put first. */
async function approval(request: Request, { served, channel, server, context }: CallPlace) {
  const { runner } = served.host;
  const nothing = { answer: 'nothing' as Answer['said'], question: undefined };
  const preview = await runner.preview(request);
  if (!preview.ok) return nothing;
  const { answer: policy, risk, action } = preview.admitted;
  if (policy.decision !== 'ask' || !policy.channels.includes(channel)) return nothing;
  if (!canAsk(server, context)) return { ...nothing, answer: 'cannot be asked' as const };
  const { command, arguments: args } = preview.shown;
  const message = [
    `Run ${action.id} (${risk} risk)?`,
    oneLine(command),
    `arguments: ${oneLine(args)}`,
    `reason given by the agent: ${oneLine(request.reason)}`,
  ].join('\n');
  // Secret arguments are masked in the message, and yet have to be those that were meant.
  const shown = JSON.stringify([packRef(action.pack), request.argumentsJson, message]);
  const said = answerIn(context);
  const state: unknown = context.mcpReq.requestState();
  const isOfThis = served.approvals.closes(typeof state === 'string' ? state : undefined, shown);
  if (said === 'declined' || (said === 'approved' && isOfThis)) return { ...nothing, answer: said };
  const question = inputRequired({
    inputRequests: { confirm: inputRequired.elicit({ message, requestedSchema: Confirmation }) },
    requestState: served.approvals.opened(shown),
  });
  return { ...nothing, question };
}

/** Answers come from outside: anything but a clear yes is none. */
function answerIn({ mcpReq }: ServerContext): 'approved' | 'declined' | undefined {
  if (mcpReq.inputResponses?.confirm === undefined) return undefined;
  return acceptedContent(mcpReq.inputResponses, 'confirm', Confirmation)?.approve === true
    ? 'approved'
    : 'declined';
}

/** Whether the client said that it can show its user a form. */
function canAsk({ server }: McpServer, { mcpReq }: ServerContext): boolean {
  const envelope = mcpReq.envelope as
    | { readonly [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities }
    | undefined;
  const declared = envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? server.getClientCapabilities();
  const elicitation = declared?.elicitation;
  return elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined);
}

/** By this header clients of one program can be told apart: the protocol gives all of them one name. */
const CLIENT_HEADER = 'packwright-client';

/** Who takes its turn: a session, and where the protocol has none, who it says it is, else the program by its name. */
function clientOf({ sessionId, mcpReq, http }: ServerContext): string {
  const envelope = mcpReq.envelope as
    | { readonly [CLIENT_INFO_META_KEY]?: { readonly name?: string } }
    | undefined;
  const own = http?.req?.headers.get(CLIENT_HEADER) ?? undefined;
  return sessionId ?? own ?? envelope?.[CLIENT_INFO_META_KEY]?.name ?? '';
}

/** The most of a text that is sent as progress: its end. */
const MOST_PROGRESS = 4_000;

function watcher({ mcpReq: { notify, _meta } }: ServerContext): (event: RunEvent) => void {
  const progressToken = _meta?.progressToken;
  if (progressToken === undefined) return () => {};
  let progress = 0;
  return (event) => {
    const params = { progressToken, progress: ++progress, message: progressText(event) };
    // Whoever has gone away watches no longer.
    void notify({ method: 'notifications/progress', params }).catch(() => {});
  };
}

/** What happened, redacted as the runner made it. */
function progressText(event: RunEvent): string {
  if (event.kind === 'queued') return `waiting, ${event.ahead} ahead`;
  const text = event.kind === 'started' ? `started ${event.command}` : event.text.trimEnd();
  return text.length > MOST_PROGRESS ? `…${text.slice(-MOST_PROGRESS)}` : text;
}

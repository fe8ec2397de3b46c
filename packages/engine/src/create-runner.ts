import type { Admission } from '@packwright/trust';
import { Executor } from './executor/executor.ts';
import { Guard } from './executor/guard.ts';
import { programVersions } from './executor/program-versions.ts';
import { pythonsOnPath } from './executor/pythons-on-path.ts';
import { newUlid } from './journal/event-id.ts';
import { JournalError } from './journal/journal-error.ts';
import { outputDecoder } from './output/decode-output.ts';
import type { RedactionRule } from './plan/redaction-rule.ts';
import type { AskPort } from './ports/ask-port.ts';
import type { JournalEvent, JournalPort } from './ports/journal-port.ts';
import type { PackSet } from './ports/pack-set.ts';
import type { PolicyPort } from './ports/policy-port.ts';
import type { TrustPort } from './ports/trust-port.ts';
import { maskCutSecret } from './redaction/mask-cut-secret.ts';
import { redactedStream } from './redaction/redacted-stream.ts';
import { type Redactor, redactorOf } from './redaction/redactor.ts';
import { type Admitted, type GateKeepers, identityOf, passGates } from './run/gates.ts';
import { endEvent, type RunFacts, refusalEvent, startEvent } from './run/journal-entries.ts';
import { type ReadOutcome, readOutcome } from './run/read-outcome.ts';
import { type Refusal, refuse } from './run/refusal.ts';
import { changedFile } from './run/rehash.ts';
import { resultOf } from './run/result-of.ts';
import type { RunEnd } from './run/run-end.ts';
import type { RunRequest } from './run/run-request.ts';
import type { RunResult } from './run/run-result.ts';
import { type ShownPlan, shownPlan } from './run/shown-plan.ts';
import { Slots } from './run/slots.ts';

/** All that a runner asks of its surroundings, and what its operator may set. */
export interface RunnerParts {
  readonly packs: PackSet;
  readonly trust: TrustPort;
  readonly policy: PolicyPort;
  readonly journal: JournalPort;
  readonly ask: AskPort;
  /** Absolute path of a directory for the private files of runs. */
  readonly scratchDirectory: string;
  /** What the host admits at all; everything when not given. */
  readonly admission?: Admission;
  /** How many processes at a time; 8 when not given. */
  readonly concurrency?: number;
  /** Between the polite and the hard stop of a run that says nothing about it; 30 s when not given. */
  readonly cancelGraceMs?: number;
  /** Names of variables that actions inherit beside PATH, LANG, LC_ALL and TERM. */
  readonly inheritEnv?: readonly string[];
  /** Directories that no argument may reach into. */
  readonly protectedRoots?: readonly string[];
  /** Absolute path of the directory of built environments. */
  readonly environmentsDirectory?: string;
  /** Absolute path of the directory of locks that were approved with trust. */
  readonly approvedLocks?: string;
  /** Whether an action runs without an environment when its pack asks for one without a lock; refused when not given. */
  readonly unlockedEnvironments?: 'refuse' | 'allow';
  /** The operator's own rules, applied last. */
  readonly redactions?: readonly RedactionRule[];
  /** Told of every run once it has ended or was refused; must not throw. */
  readonly onEnd?: (end: RunEnd) => void;
}

/** What a run would be, and why it may or may not start. Nothing of a pack is started for it, nobody asked, nothing journaled. */
export type Preview =
  | { readonly ok: false; readonly refusal: Refusal }
  | {
      readonly ok: true;
      readonly admitted: Admitted;
      readonly shown: ShownPlan;
    };

/** The one way to a process, for every front end. */
export interface Runner {
  /** Resolves once the run has ended or was refused; never rejects for what a caller or a pack does. */
  run(request: RunRequest): Promise<RunResult>;
  preview(request: RunRequest): Promise<Preview>;
  /** How many processes run and how many wait for their turn, now. */
  readonly load: { readonly running: number; readonly waiting: number };
  /**
   * A runner over other parts that shares the slots of this one and the watch over its processes. What this one has
   * begun goes on with the parts it began with.
   */
  reloaded(parts: RunnerParts): Runner;
}

/** Makes a runner: trust, policy, plan, approval, hashes from disk, journal, process, journal, in this order. */
export function createRunner(parts: RunnerParts): Runner {
  return runnerOver(parts, { slots: new Slots(parts.concurrency ?? CONCURRENCY), guard: new Guard() });
}

const CONCURRENCY = 8;

/** What runners share that follow one another. */
interface Shared {
  readonly slots: Slots;
  readonly guard: Guard;
}

function runnerOver(parts: RunnerParts, shared: Shared): Runner {
  const { journal, ask, trust, redactions = [], onEnd } = parts;
  const { slots, guard } = shared;
  const { scratchDirectory, inheritEnv = [], cancelGraceMs = 30_000 } = parts;
  const keepers: GateKeepers = {
    ...parts,
    admission: parts.admission ?? null,
    host: {
      protectedRoots: parts.protectedRoots ?? [],
      environmentsDirectory: parts.environmentsDirectory ?? null,
      approvedLocks: parts.approvedLocks ?? null,
      unlockedEnvironments: parts.unlockedEnvironments ?? 'refuse',
      versionOf: programVersions(inheritEnv, guard),
      pythons: pythonsOnPath(),
    },
  };
  const executor = new Executor({ scratchDirectory, inheritEnv, cancelGraceMs }, guard);
  // A rule that does not compile stops the runner, not a run.
  redactorOf([], [], redactions);

  return {
    run,
    preview,
    get load() {
      return { running: slots.running, waiting: slots.waiting };
    },
    reloaded(next) {
      const runner = runnerOver(next, shared);
      slots.resize(next.concurrency ?? CONCURRENCY);
      return runner;
    },
  };

  async function preview(request: RunRequest): Promise<Preview> {
    const passed = await passGates(request, keepers);
    if (passed.refusal) return { ok: false, refusal: passed.refusal };
    const { plan, action } = passed;
    const shown = shownPlan(plan, action.pack, redactorOf(plan.secrets, plan.redactions, redactions));
    return { ok: true, admitted: passed, shown };
  }

  async function run(request: RunRequest): Promise<RunResult> {
    const { actionId, reason, requestId = newUlid(), client = '' } = request;
    const signal = request.signal ?? new AbortController().signal;
    let facts: RunFacts = { requestId, reason, actionId };
    const passed = await passGates(request, keepers);
    if (passed.action) facts = { ...facts, action: passed.action };
    if (passed.refusal) return refused(facts, passed.refusal);
    facts = { ...facts, risk: passed.risk };
    const { plan, action } = passed;
    const redactor = redactorOf(plan.secrets, plan.redactions, redactions);
    const shown = shownPlan(plan, action.pack, redactor);
    const unapproved = await approval(passed, shown, reason, signal);
    if (unapproved) return refused(facts, unapproved);
    if (slots.isFull) request.onEvent?.({ kind: 'queued', ahead: slots.waiting });
    const release = await slots.take(signal, client);
    if (!release) return refused(facts, cancelled);
    try {
      const closed = await lastLook(passed);
      if (closed) return await refused(facts, closed);
      return await start(request, passed, { facts, shown, redactor, signal });
    } finally {
      release();
    }
  }

  async function approval(
    { action, risk, answer }: Admitted,
    shown: ShownPlan,
    reason: string,
    signal: AbortSignal,
  ): Promise<Refusal | undefined> {
    if (answer.decision !== 'ask') return undefined;
    const { channels } = answer;
    const given = await ask.ask({
      action,
      risk,
      reason,
      shownArguments: shown.arguments,
      command: shown.command,
      channels,
      signal,
    });
    if (signal.aborted) return cancelled;
    if (given.approved && channels.includes(given.channel)) return undefined;
    const why = given.approved ? `"${given.channel}" is no channel to approve it` : given.reason;
    return refuse('denied', 'dispatch_refused', `nobody approved it: ${why}`).refusal;
  }

  /** Much may have happened while a person was asked and others ran. */
  async function lastLook({ action, plan }: Admitted): Promise<Refusal | undefined> {
    const { problem } = await trust.standingOf(identityOf(action), action.pack.digest);
    if (problem) return refuse('pack_untrusted', 'dispatch_refused', problem.message, problem.hint).refusal;
    const changed = changedFile(action.pack);
    if (changed === undefined) return undefined;
    const message = `"${changed}" of the pack "${action.pack.id}" has changed since it was loaded`;
    const isPlanned = plan.files.some(({ name }) => name === changed);
    return isPlanned
      ? refuse('error', 'execution_failed', message).refusal
      : refuse('pack_hash_mismatch', 'dispatch_refused', message).refusal;
  }

  async function start(request: RunRequest, { plan }: Admitted, context: RunContext): Promise<RunResult> {
    const { facts, shown, redactor, signal } = context;
    const { onEvent } = request;
    try {
      await journal.record(startEvent(facts, shown));
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      return ended(facts, unjournaled(facts.actionId, error));
    }
    onEvent?.({ kind: 'started', command: shown.command });
    const streams = onEvent && watchedStreams(redactor, onEvent);
    const processEnd = await executor.execute(plan, {
      signal,
      onOutput: (stream, bytes) => streams?.push(stream, bytes),
    });
    const outcome = await readOutcome(processEnd, plan, redactor);
    streams?.end({ stdout: outcome.stdout.isTruncated, stderr: outcome.stderr.isTruncated });
    return journaled(facts, shown, outcome);
  }

  async function journaled(facts: RunFacts, shown: ShownPlan, outcome: ReadOutcome): Promise<RunResult> {
    const result = resultOf(facts.actionId, outcome, shown);
    return ended(facts, await recorded(result, endEvent(facts, shown, outcome)));
  }

  async function refused(facts: RunFacts, { status, event, message, hint }: Refusal): Promise<RunResult> {
    const result: Omit<RunResult, 'event_id'> = {
      status,
      action_id: facts.actionId,
      exit_code: -1,
      duration_ms: 0,
      ...(status === 'error' ? { error: message } : { reason: message }),
      ...(hint !== undefined && { hint }),
    };
    return ended(facts, await recorded(result, refusalEvent(event, facts, message)));
  }

  async function recorded(result: Omit<RunResult, 'event_id'>, event: JournalEvent): Promise<RunResult> {
    const { status, ...rest } = result;
    try {
      return { status, event_id: await journal.record(event), ...rest };
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      return { status, event_id: '', local_audit_failed: true, ...rest };
    }
  }

  function ended({ requestId, action, risk }: RunFacts, result: RunResult): RunResult {
    onEnd?.({ requestId, packId: action?.pack.id ?? null, risk: risk ?? action?.view.risk ?? null, result });
    return result;
  }
}

interface RunContext {
  readonly facts: RunFacts;
  readonly shown: ShownPlan;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
}

const { refusal: cancelled } = refuse('cancelled', 'action_cancelled', 'execution cancelled');

const unjournaled = (actionId: string, { message }: JournalError): RunResult => ({
  status: 'error',
  event_id: '',
  local_audit_failed: true,
  action_id: actionId,
  exit_code: -1,
  duration_ms: 0,
  error: `local audit unavailable: ${message}`,
});

type StreamName = 'stdout' | 'stderr';

function watchedStreams(redactor: Redactor, onEvent: NonNullable<RunRequest['onEvent']>) {
  const stream = () => ({ decoder: outputDecoder(), redacted: redactedStream(redactor) });
  const streams = { stdout: stream(), stderr: stream() };
  const tell = (name: StreamName, text: string) => {
    if (text !== '') onEvent({ kind: 'output', stream: name, text });
  };
  return {
    push(name: StreamName, bytes: Uint8Array): void {
      const { decoder, redacted } = streams[name];
      tell(name, redacted.push(decoder.push(bytes)));
    },
    end(isTruncated: Readonly<Record<StreamName, boolean>>): void {
      for (const name of ['stdout', 'stderr'] as const) {
        const { decoder, redacted } = streams[name];
        const rest = redacted.push(decoder.end()) + redacted.end();
        tell(name, isTruncated[name] ? maskCutSecret(rest, redactor.secrets) : rest);
      }
    },
  };
}

import { join } from 'node:path';
import { InstallError } from '@packwright/installer';
import {
  emptyNotice,
  type Host,
  type HostPlaces,
  hostOf,
  settingsPaths,
  unknownNotice,
} from '@packwright/installer/host';
import { giveBackMemory, memoryGiver } from '../give-back-memory.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { hostnamesOf, isLoopback, listen, listenAddress } from '../http/listen.ts';
import { mcpEndpoint } from '../http/mcp-endpoint.ts';
import { Approvals } from '../mcp/approvals.ts';
import { RunBook } from '../mcp/run-book.ts';
import type { Served } from '../mcp/served.ts';
import { toolChoice } from '../program.ts';
import { ActionIndex } from '../search/action-index.ts';
import { ServeError } from '../serve-error.ts';
import { version } from '../version.ts';
import type { Log } from './json-log.ts';
import { type Load, Loads, packStates } from './loads.ts';
import { createMetrics } from './metrics.ts';
import { serviceManager } from './notify-systemd.ts';
import { Reloader } from './reloader.ts';
import { routes } from './routes.ts';
import { FileWatch } from './watch-files.ts';

/** What the command line says. */
export interface DaemonOptions extends HostPlaces {
  /** Where to listen, in place of the settings. */
  readonly listen?: string | undefined;
  readonly 'token-file'?: string | undefined;
  readonly 'allow-host'?: readonly string[] | undefined;
  readonly tools?: string | undefined;
}

/** A daemon at work. */
export interface Daemon {
  readonly url: string;
  reload(): void;
  /** Ends all runs, writes down how they ended, and leaves nothing behind. */
  stop(): Promise<void>;
}

/** After the last change of a file; an installation changes many. */
const QUIET_MS = 300;

/** Opens a host and serves it until it is stopped. Throws an `InstallError` or a `ServeError` where it cannot. */
export async function runDaemon(options: DaemonOptions, log: Log): Promise<Daemon> {
  const { env } = options;
  const tools = toolChoice(options.tools ?? 'find');
  const state = { isStale: false, isStopping: false, isJournalBroken: false, lastReloadError: '' };
  const approvals = new Approvals();
  const manager = serviceManager(env, log);
  const gauges = {
    load: () => loads.current.open.runner.load,
    actions: () => loads.current.open.actions.length,
    packs: () => packStates(loads.current),
  };
  const metrics = await createMetrics(gauges, env);
  // Before anything is read, so that no change goes unseen.
  let onChange = () => {
    state.isStale = true;
  };
  const watch = watchHost(await hostOf(options), options, () => onChange(), log);
  const loads: Loads = await Loads.open({
    ...options,
    ask: approvals.ask,
    onEnd(end) {
      metrics.ended(end);
      const { requestId, risk, result } = end;
      if (result.local_audit_failed) state.isJournalBroken = true;
      const { status, action_id, duration_ms, exit_code } = result;
      log(result.local_audit_failed ? 'error' : 'info', `run ${status}`, {
        ...{
          run: requestId,
          action: action_id,
          risk,
          status,
          exit_code,
          duration_ms: Math.round(duration_ms),
        },
        ...(result.reason !== undefined && { reason: result.reason }),
        ...(result.error !== undefined && { error: result.error }),
      });
    },
  });
  for (const outcome of loads.unknown) {
    log('warning', unknownNotice(outcome), { run: outcome.requestId, action: outcome.actionId });
  }
  const served = servedFrom(loads, approvals, tools);
  const { settings, trust } = loads.current.host;
  const address = listenAddress(options.listen ?? settings.runner?.listen ?? '');
  if (!isLoopback(address)) {
    throw new ServeError(
      `"${address.host}" can be reached from outside`,
      'listen on 127.0.0.1, and put a proxy with TLS in front',
    );
  }
  const hostnames = hostnamesOf(address, options['allow-host'] ?? []);
  const token = bearerToken(env, options['token-file'] ?? join(trust.state, 'mcp-token'));
  const onError = ({ message }: Error) => log('error', message);
  const listening = await listen(
    routes({
      mcp: mcpEndpoint(served, { token, hostnames }, onError),
      metrics,
      hostnames,
      health: () => healthOf(loads.current, state),
    }),
    address,
  );
  const giveMemory = memoryGiver(() => loads.current.open.runner.load.running > 0);
  const tellReady = () => manager.ready(statusOf(loads.current));
  const reloader = new Reloader(async () => {
    await manager.reloading();
    watch?.renew();
    const begun = performance.now();
    try {
      const load = await loads.reload();
      const isNew = await served.take(load);
      state.lastReloadError = '';
      metrics.reloaded('success', (performance.now() - begun) / 1000);
      logLoad(log, 'reloaded', load);
      if (isNew) giveMemory();
    } catch (error) {
      state.lastReloadError = messageOf(error);
      metrics.reloaded('failure', (performance.now() - begun) / 1000);
      log('error', `not reloaded, the load of before goes on: ${state.lastReloadError}`);
    }
    await tellReady();
  }, QUIET_MS);
  onChange = () => reloader.soon();
  if (state.isStale) reloader.soon();
  logLoad(log, 'loaded', loads.current);
  log('info', 'listening', { url: listening.url });
  await tellReady();
  giveBackMemory();
  return {
    url: listening.url,
    reload: () => reloader.now(),
    async stop() {
      state.isStopping = true;
      log('info', 'stopping', { running: loads.current.open.runner.load.running });
      await manager.stopping();
      watch?.close();
      await reloader.close();
      await served.runs.stop();
      await listening.close();
      await metrics.close();
      manager.close();
      log('info', 'stopped');
    },
  };
}

/** Tells of changes of packs and settings, unless the settings leave that to signals. */
function watchHost(
  host: Host,
  options: DaemonOptions,
  onChange: () => void,
  log: Log,
): FileWatch | undefined {
  if (host.settings.runner?.reload_on_change === false) return undefined;
  const files = settingsPaths({ ...options, file: options.config });
  return new FileWatch({ tree: host.store().packs, files }, onChange, ({ message }) =>
    log('warning', `changes of files may go unseen: ${message}; SIGHUP reloads`),
  );
}

/** What calls share: always the load that is in place when a call comes. */
function servedFrom(loads: Loads, approvals: Approvals, tools: Served['tools']) {
  const runs = new RunBook();
  let index = ActionIndex.of(loads.current.open.actions);
  let host = loads.current.open;
  return {
    approvals,
    runs,
    version: version(),
    tools,
    get host() {
      return host;
    },
    get index() {
      return index;
    },
    /** Whether it brings other actions than the load of before. */
    async take({ open }: Load): Promise<boolean> {
      // Both change in one step; packs that were taken over bring the very same actions.
      const isSame =
        open.actions.length === host.actions.length &&
        open.actions.every((each, at) => each === host.actions[at]);
      const next = isSame ? index : await ActionIndex.inPieces(open.actions);
      [index, host] = [next, open];
      return !isSame;
    },
  } satisfies Served & { take(load: Load): Promise<boolean> };
}

interface State {
  readonly isStopping: boolean;
  readonly isJournalBroken: boolean;
  readonly lastReloadError: string;
}

function healthOf(load: Load, { isStopping, isJournalBroken, lastReloadError }: State) {
  const { broken, packs } = load.packs;
  return {
    ready: !isStopping && !isJournalBroken,
    problems: [
      ...(isStopping ? ['it is stopping'] : []),
      ...(isJournalBroken
        ? ['the journal cannot be written, so nothing runs; restart it once that is mended']
        : []),
      ...(lastReloadError === '' ? [] : [`not reloaded: ${lastReloadError}`]),
      ...broken.map(({ directory }) => `the pack in "${directory}" is left out`),
    ],
    load: { number: load.number, at: load.at, packs: packs.length, actions: load.open.actions.length },
    runs: load.open.runner.load,
  };
}

function logLoad(
  log: Log,
  message: string,
  { number, host, open: { actions }, packs: { packs, broken } }: Load,
): void {
  log('info', message, { load: number, packs: packs.length, actions: actions.length, broken: broken.length });
  const empty = emptyNotice(host.store(), { packs, broken });
  if (empty !== undefined) log('warning', empty);
  for (const { directory, reason } of broken)
    log('warning', 'a pack is left out', { pack: directory, reason });
}

const statusOf = ({ packs: { packs, broken }, open: { actions } }: Load): string =>
  `${packs.length} packs, ${actions.length} actions${broken.length > 0 ? `, ${broken.length} packs left out` : ''}`;

function messageOf(error: unknown): string {
  if (error instanceof InstallError) return `${error.message}; ${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}

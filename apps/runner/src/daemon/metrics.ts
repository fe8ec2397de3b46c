import type { IncomingMessage, ServerResponse } from 'node:http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { type IMetricReader, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { RunEnd } from '@packwright/engine';
import { version } from '../version.ts';

/** What is looked at when somebody asks. */
export interface Gauges {
  load(): { readonly running: number; readonly waiting: number };
  actions(): number;
  /** How many packs are in each state, such as `trusted`, `pending` or `broken`. */
  packs(): ReadonlyMap<string, number>;
}

/** The figures of a daemon, for Prometheus at an address of ours, and for a collector where the environment names one. */
export interface Metrics {
  readonly ended: (end: RunEnd) => void;
  reloaded(outcome: 'success' | 'failure', seconds: number): void;
  /** Answers with all figures in the text format of Prometheus. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Hands over what has not been sent yet. */
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

export async function createMetrics(gauges: Gauges, env: Environment): Promise<Metrics> {
  const prometheus = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
  const resource = defaultResource().merge(
    resourceFromAttributes({
      'service.name': env.OTEL_SERVICE_NAME || 'packwright-runner',
      'service.version': version(),
    }),
  );
  const provider = new MeterProvider({ resource, readers: [prometheus, ...(await collectors(env))] });
  const meter = provider.getMeter('packwright');
  const runs = meter.createCounter('packwright_runs', {
    description: 'Runs that have ended or were refused, by status and tier of risk.',
  });
  const durations = meter.createHistogram('packwright_run_duration_seconds', {
    description: 'How long processes ran, by status.',
    advice: { explicitBucketBoundaries: SECONDS },
  });
  const reloads = meter.createCounter('packwright_reloads', { description: 'Reloads, by outcome.' });
  const reloadDurations = meter.createHistogram('packwright_reload_duration_seconds', {
    description: 'How long reloads took.',
    advice: { explicitBucketBoundaries: SECONDS },
  });
  const gauge = (name: string, description: string, value: () => number) =>
    meter.createObservableGauge(name, { description }).addCallback((result) => result.observe(value()));
  gauge('packwright_runs_running', 'Processes that run now.', () => gauges.load().running);
  gauge('packwright_queue_length', 'Runs that wait for a slot.', () => gauges.load().waiting);
  gauge('packwright_actions', 'Actions of all packs that are loaded.', gauges.actions);
  gauge('process_resident_memory_bytes', 'Memory of this process.', () => process.memoryUsage.rss());
  const packs = meter.createObservableGauge('packwright_packs', {
    description: 'Installed packs, by state.',
  });
  packs.addCallback((result) => {
    for (const [state, count] of gauges.packs()) result.observe(count, { state });
  });
  return {
    ended({ risk, result: { status, duration_ms } }) {
      runs.add(1, { status, risk: risk ?? 'unknown' });
      if (duration_ms > 0) durations.record(duration_ms / 1000, { status });
    },
    reloaded(outcome, seconds) {
      reloads.add(1, { outcome });
      reloadDurations.record(seconds);
    },
    handle: (request, response) => prometheus.getMetricsRequestHandler(request, response),
    close: () => provider.shutdown(),
  };
}

/** By the variables of OpenTelemetry; nothing is loaded where none is set. */
async function collectors(env: Environment): Promise<readonly IMetricReader[]> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: own } = env;
  if (!all && !own) return [];
  const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-http');
  const exporter = new OTLPMetricExporter({ url: own || `${all?.replace(/\/+$/, '')}/v1/metrics` });
  const every = Number(env.OTEL_METRIC_EXPORT_INTERVAL) || 60_000;
  return [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: every })];
}

import type {
  InputRequiredResult,
  McpServer,
  ServerContext,
  Tool as ShownTool,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { ClientChannel } from '../approvals.ts';
import type { Served } from '../served.ts';
import { failed, type Told } from './answers.ts';
import { inputFaults, type ToolInput } from './input-faults.ts';

/** Where a call comes from. */
export interface CallPlace {
  readonly served: Served;
  readonly channel: ClientChannel;
  readonly server: McpServer;
  readonly context: ServerContext;
}

/** One tool, as clients see it and as it is called. */
export interface Tool {
  readonly shown: ShownTool;
  call(input: Readonly<Record<string, unknown>>, place: CallPlace): Promise<Told | InputRequiredResult>;
}

/** A tool whose input is read by a schema before it is called. */
export function toolOf<Input extends z.ZodObject>(
  about: Pick<ShownTool, 'name' | 'description' | 'annotations'>,
  input: Input,
  call: (input: z.output<Input>, place: CallPlace) => Promise<Told | InputRequiredResult>,
): Tool {
  const { $schema: _, ...inputSchema } = z.toJSONSchema(input, { io: 'input' });
  const takes = inputSchema.properties as ToolInput['takes'];
  return {
    shown: { ...about, inputSchema: inputSchema as ShownTool['inputSchema'] },
    async call(given, place) {
      const read = input.safeParse(given);
      if (read.success) return call(read.data, place);
      const { error, hint } = inputFaults({ name: about.name, takes }, given, read.error.issues);
      return failed(error, hint);
    },
  };
}

/** What a tool that only looks tells clients. */
export const READ_ONLY = { readOnlyHint: true, openWorldHint: false } as const;

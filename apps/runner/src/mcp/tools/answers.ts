import type { CallToolResult } from '@modelcontextprotocol/server';
import type { ActionOfPack } from '@packwright/engine';
import { closest } from '@packwright/values';

/** What a tool answers. */
export interface Told extends CallToolResult {
  readonly structuredContent: Record<string, unknown>;
}

/** An answer as data, and once more as text for clients that read nothing else. */
export const told = (content: object): Told => ({
  content: [{ type: 'text', text: JSON.stringify(content) }],
  structuredContent: content as Record<string, unknown>,
});

/** An answer that says what is wrong and what to do. */
export const failed = (error: string, hint: string): Told => ({ ...told({ error, hint }), isError: true });

/** There is no such action; offers the one with the closest id. */
export function notFound(actionId: string, actions: readonly ActionOfPack[]) {
  const meant = closest(
    actionId,
    actions.map(({ id }) => id),
  );
  return failed(
    `there is no action "${actionId}"`,
    meant === undefined ? 'find_actions searches' : `did you mean "${meant}"?`,
  );
}

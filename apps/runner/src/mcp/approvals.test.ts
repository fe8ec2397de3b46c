import type { ApprovalRequest } from '@packwright/engine';
import type { ApprovalChannel } from '@packwright/schema/config';
import { describe, expect, test, vi } from 'vitest';
import { Approvals } from './approvals.ts';

describe('an answer', () => {
  test('belongs to exactly what was shown, and counts once', () => {
    const approvals = new Approvals();
    const mark = approvals.opened('rm a');
    expect([approvals.closes(mark, 'rm a'), approvals.closes(mark, 'rm a')]).toEqual([true, false]);
  });

  test('to something else closes the question', () => {
    const approvals = new Approvals();
    const mark = approvals.opened('rm a');
    expect([approvals.closes(mark, 'rm b'), approvals.closes(mark, 'rm a')]).toEqual([false, false]);
  });

  test.each([[undefined], ['mark of another server']])('under the mark %s is none', (mark) => {
    const approvals = new Approvals();
    approvals.opened('rm a');
    expect(approvals.closes(mark, 'rm a')).toBe(false);
  });

  test('after ten minutes is none', () => {
    const approvals = new Approvals();
    const mark = approvals.opened('rm a');
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 600_001);
    expect(approvals.closes(mark, 'rm a')).toBe(false);
    now.mockRestore();
  });

  test('counts only for the work that was done with it, and by a channel that may approve', async () => {
    const approvals = new Approvals();
    const put = (channel: ApprovalChannel) =>
      approvals.ask.ask({ channels: [channel] } as unknown as ApprovalRequest);
    const given = { said: 'approved', channel: 'elicitation' } as const;
    const [within, elsewhere] = await approvals.with(given, () =>
      Promise.all([put('elicitation'), put('terminal')]),
    );
    expect(within).toEqual({ approved: true, by: 'the user of the client', channel: 'elicitation' });
    expect(elsewhere).toEqual({ approved: false, reason: 'a person has to approve it: terminal' });
    expect(await put('elicitation')).toMatchObject({ approved: false });
  });
});

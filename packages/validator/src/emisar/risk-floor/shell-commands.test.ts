import { describe, expect, test } from 'vitest';
import { shellCommands } from './shell-commands.ts';

const read = (text: string) => shellCommands(text)?.map((words) => words.join(' '));

describe('a shell program', () => {
  test('is read as its simple commands', () => {
    expect(read('cd /tmp && rm -f a; ls | wc -l\nsync &')).toEqual([
      'cd /tmp',
      'rm -f a',
      'ls',
      'wc -l',
      'sync',
    ]);
  });

  test('loses quotes, comments, assignments, redirections and reserved words', () => {
    expect(read(`# restart\nA=1 B="x y" systemctl 're'start "ng inx" >/dev/null 2>&1`)).toEqual([
      'systemctl restart ng inx',
    ]);
    expect(read('if ! test -f a; then reboot; else { halt; }; fi')).toEqual(['test -f a', 'reboot', 'halt']);
  });

  test('keeps expansions and template blocks as one word', () => {
    expect(shellCommands(`kubectl \${C:+--context=$C} -n "$1" get {{ args.kind }}/x`)).toEqual([
      ['kubectl', `\${C:+--context=$C}`, '-n', '$1', 'get', '{{ args.kind }}/x'],
    ]);
  });

  test('shows the commands inside a substitution', () => {
    expect(read('out=$( (nodetool drain) 2>&1 ) || exit 1')).toEqual(['nodetool drain', 'exit 1']);
  });

  test('does not take the patterns of `case` for commands', () => {
    expect(read('case "$1" in reboot|halt) echo no ;; (stop) halt -p ;; esac; ls')).toEqual([
      'echo no',
      'halt -p',
      'ls',
    ]);
  });

  test.each(['cat <<EOF\nreboot\nEOF', 'diff <(a) <(b)', "echo 'open", 'echo "open', 'echo $(open', 'a ) b'])(
    'is left alone when unsure: %j',
    (text) => {
      expect(shellCommands(text)).toBeUndefined();
    },
  );

  test('is left alone when it nests beyond reason', () => {
    expect(shellCommands('$('.repeat(20_000))).toBeUndefined();
    expect(shellCommands('"$('.repeat(20_000))).toBeUndefined();
  });
});

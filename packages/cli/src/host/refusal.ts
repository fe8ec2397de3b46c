import { InstallError } from '@packwright/installer/host';
import { visible } from '@packwright/validator/render';
import { exitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { namedReport } from '../packs/named-report.ts';
import { styleFor } from '../style.ts';

/** Does what may be refused; a refusal is said on standard error, with what to do, and counts as a finding unless said. */
export async function orRefusal(
  name: string,
  io: Io,
  work: () => Promise<number>,
  refused: number = exitCode.findings,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    const style = styleFor(io, io.stderr);
    await io.stderr.write(diagnosticsOf(error, io));
    await io.stderr.write(`${style('red', `packwright ${name}`)}: ${visible(error.message)}\n`);
    await io.stderr.write(`${style('dim', `  ${visible(error.hint)}`)}\n`);
    return refused;
  }
}

function diagnosticsOf({ opened }: InstallError, io: Io): string {
  if (!opened) return '';
  return namedReport([{ path: opened.id ?? '.', opened }], io);
}

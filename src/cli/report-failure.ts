// Turns whatever was thrown into what a person reads and what a script sees: text and an exit code.
import pc from 'picocolors';
import { isFailure } from '../define/failure.ts';

export const exitCodes = { failed: 1, usage: 2, cancelled: 130 } as const;

export interface FailureReport {
  readonly text: string;
  readonly exitCode: number;
}

export function reportFailure(error: unknown): FailureReport {
  if (!isFailure(error)) return { text: bugText(error), exitCode: exitCodes.failed };
  const details = error.details.flatMap((detail) => detail.split('\n')).map((line) => pc.dim(`  ${line}`));
  const text = [`${pc.red('✖')} ${error.message}`, ...details, `${pc.cyan('→')} ${error.next}`, pc.dim(`  (${error.code})`)].join(
    '\n',
  );
  return { text, exitCode: exitCodeOf(error.code) };
}

function exitCodeOf(code: string): number {
  if (code.endsWith('/cancelled')) return exitCodes.cancelled;
  return code === 'settings/invalid' || code === 'cli/usage' ? exitCodes.usage : exitCodes.failed;
}

function bugText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${pc.red('✖')} This is a bug in opsdeck, not something you did.\n${stack}\n${pc.cyan('→')} Please report it with the lines above.`;
}

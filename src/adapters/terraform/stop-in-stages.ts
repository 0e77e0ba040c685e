// Ends a child the way Terraform wants it: asked once, asked again, and only then killed together with its whole group.
import type { ChildProcess } from 'node:child_process';

/** How long each stage gets. */
export interface StopPolicy {
  /**
   * Seconds between the first SIGINT and the second. After the first, Terraform starts nothing more, waits until the
   * provider has ended what is in flight (the AWS provider gives it up: the resource is tainted) and saves the state
   * ("Gracefully shutting down"); after the second it exits at once ("data loss may have occurred").
   */
  readonly askAgainAfterSeconds: number;
  /** Seconds between the second SIGINT and SIGKILL. */
  readonly killAfterSeconds: number;
}

/** Most AWS resources answer an interrupt within a minute. */
export const patientStop: StopPolicy = { askAgainAfterSeconds: 60, killAfterSeconds: 15 };

/** How far it came: `asked` ended by itself after one SIGINT, `insisted` after two, `killed` did not. */
export type StopStage = 'none' | 'asked' | 'insisted' | 'killed';

export interface Stopper {
  /** Starts with the first stage; does nothing when it has begun. */
  begin(): void;
  /** Goes to the next stage now: whoever asks again does not want to wait. The same request told twice counts once. */
  hurry(): void;
  /** Forgets the stages that have not come yet: the child has ended. */
  end(): void;
  stage(): StopStage;
}

/** One Ctrl-C can come by two ways, as a signal of the system and as the AbortSignal that somebody derives from it. */
const sameRequestMs = 100;

export function stopInStages(child: ChildProcess, policy: StopPolicy): Stopper {
  let stage: StopStage = 'none';
  let timer: NodeJS.Timeout | undefined;
  let enteredAtMs = Number.NEGATIVE_INFINITY;
  let ended = false;

  const enter = (next: StopStage, secondsUntilTheNext: number): void => {
    stage = next;
    enteredAtMs = performance.now();
    // Only Terraform itself is asked: its provider processes share the group, and it tells them what to do.
    if (next === 'killed') killGroup(child);
    else {
      child.kill('SIGINT');
      timer = setTimeout(goOn, secondsUntilTheNext * 1000);
    }
  };
  const goOn = (): void => {
    clearTimeout(timer);
    if (ended || stage === 'killed') return;
    if (stage === 'none') enter('asked', policy.askAgainAfterSeconds);
    else if (stage === 'asked') enter('insisted', policy.killAfterSeconds);
    else enter('killed', 0);
  };

  return {
    begin: () => {
      if (stage === 'none') goOn();
    },
    hurry: () => {
      if (performance.now() - enteredAtMs >= sameRequestMs) goOn();
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
    stage: () => stage,
  };
}

/** Kills every process of the child's group that still lives: also what the child left behind when it ended. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group: what we wanted.
  }
}

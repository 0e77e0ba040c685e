// Remembers what steps have to do when the job ends.
import type { Expression } from '../language/template.ts';
import type { StepResult, StepRuntime } from './runtime.ts';

export interface Post {
  readonly condition: Expression;
  readonly perform: (step: StepRuntime) => Promise<StepResult>;
}

/** It is performed whatever becomes of the step from here on, with the environment that the step has. */
export function addPost({ job, spec, ownEnv }: StepRuntime, { condition, perform }: Post): void {
  const { identity, actionName, continueOnError, timeoutMinutes } = spec;
  const post = {
    identity: { number: 0, name: `Post ${identity.name}`, id: undefined },
    actionName,
    condition,
    env: new Map(Object.entries(ownEnv)),
    continueOnError,
    timeoutMinutes,
    perform,
  };
  job.state.posts = [...job.state.posts, post];
}

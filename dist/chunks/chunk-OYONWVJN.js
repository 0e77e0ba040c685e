import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/comment/attempt.ts
async function attempt({ progress }, what, body) {
  try {
    return await body();
  } catch (error) {
    progress.warning(`Could not ${what}: ${error instanceof Error ? error.message : String(error)}`);
    return void 0;
  }
}

export {
  attempt
};

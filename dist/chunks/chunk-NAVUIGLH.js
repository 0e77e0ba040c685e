import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  terraformLines
} from "./chunk-Z4AOQWZG.js";

// src/actions/apply/applying.ts
function applying({ progress, tell }, { title, of }) {
  const log = terraformLines(progress);
  let done = 0;
  return (event) => {
    log(event);
    if (event.kind !== "done") return;
    done += 1;
    tell(`applying the ${title}: ${Math.min(done, of)} of ${of}`);
  };
}

export {
  applying
};

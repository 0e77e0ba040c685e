// Takes secrets out of what Terraform says when it fails: providers quote what they were given, services what they were sent.
import { type Failure, failure } from '../../../define/failure.ts';
import { createRedactor } from './redact.ts';

/** No plan tells what is sensitive here: names, shapes and randomness have to do. */
export function redactFailure(error: Failure): Failure {
  const { text } = createRedactor([]);
  const { code, message, next, details, cause } = error;
  // As one text: a private key takes many lines.
  return failure({ code, what: text(message), next: text(next), details: text(details.join('\n')).split('\n'), cause });
}

// What comes of a comment: nothing, commands whose every argument is good, or everything that is wrong with it.
import type { Command } from '../../../define/command.ts';

export type ParsedComment =
  /** Nobody asked for anything. */
  | { readonly kind: 'none' }
  /** In their order. */
  | { readonly kind: 'commands'; readonly commands: readonly Command[] }
  /** None of the comment's commands may run, the good ones neither. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export interface Problem {
  /** The line as it stood, shortened; what hides in it made visible. Hostile all the same: to be shown as code. */
  readonly line: string;
  /** Markdown without a full stop; what it quotes of the comment is code. */
  readonly what: string;
  /** How the command is written, where it is known which one was meant. */
  readonly usage?: string;
}

// Finds the commands in a document: lines of shell blocks, commands of comments, and what a code span tells to type.
import { marked, type Token } from 'marked';
import type { Document } from './documents.ts';
import { linesOf } from './shell.ts';

export interface DocumentedCommand {
  readonly document: string;
  /** As it is written, whole: `npm ci && npm test`. */
  readonly text: string;
  /** A span in the text may only name a command; a line of a block is one to copy. */
  readonly form: 'line' | 'span';
}

/** What begins a command wherever it stands. */
const programs = ['npm', 'npx', 'bash', 'opsdeck', 'opsdeck-own', 'node', 'python', 'git', 'gh', 'aws', 'terraform', 'tofu'];
const typed = new RegExp(`^(?:${programs.join('|')}) \\S`);
const commented = /^\/[a-z]/;
const shells: readonly string[] = ['sh', 'bash', 'shell', 'console'];

export function commandsOf({ path, text }: Document): readonly DocumentedCommand[] {
  const found: DocumentedCommand[] = [];
  const add = (command: string, form: DocumentedCommand['form']): void => {
    found.push({ document: path, text: command, form });
  };
  for (const token of codeIn(text)) {
    if (token.type === 'code') for (const line of linesIn(token.language, token.text)) add(line, 'line');
    else {
      // After `npm run bench -- plan`, `-- kpi` goes on with it.
      const before = found.findLast((one) => one.text.startsWith('npm run '))?.text.split(' -- ')[0];
      if (token.text.startsWith('-- ') && before !== undefined) add(`${before} ${token.text}`, 'span');
      if (typed.test(token.text) || commented.test(token.text)) add(token.text, 'span');
    }
  }
  return found;
}

/** A block without a language has commands among other things. */
function linesIn(language: string, script: string): readonly string[] {
  if (shells.includes(language)) return linesOf(script);
  return language === '' ? linesOf(script).filter((line) => typed.test(line) || commented.test(line)) : [];
}

/** Every shell block, whole: the shell itself may look at it. */
export function scriptsOf({ text }: Document): readonly string[] {
  return codeIn(text).flatMap((one) => (one.type === 'code' && shells.includes(one.language) ? [one.text] : []));
}

/** Options that the text speaks of: `--profile production`. */
export function optionsIn({ text }: Document): readonly string[] {
  return codeIn(text).flatMap((one) => {
    const [, option] = (one.type === 'codespan' && /^(--[a-z][\w-]*)/.exec(one.text)) || [];
    return option === undefined ? [] : [option];
  });
}

interface Code {
  readonly type: 'code' | 'codespan';
  /** Of a block; empty where it does not say. */
  readonly language: string;
  readonly text: string;
}

/** In their order. */
function codeIn(text: string): readonly Code[] {
  const found: Code[] = [];
  // Nothing in there waits: what it returns are the empty answers of the function.
  void marked.walkTokens(marked.lexer(text), (token: Token) => {
    if (token.type !== 'code' && token.type !== 'codespan') return;
    found.push({ type: token.type, language: 'lang' in token ? (token.lang ?? '') : '', text: token.text });
  });
  return found;
}

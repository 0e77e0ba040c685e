// Cuts a stream of bytes into lines of text, wherever the chunks happen to end.
import { StringDecoder } from 'node:string_decoder';

export interface LineSplitter {
  push(chunk: Buffer): void;
  /** Hands over the last line if nothing ended it. */
  end(): void;
}

/** Lines come without their `\n`. A character that two chunks share is put together again (UTF-8). */
export function lineSplitter(onLine: (line: string) => void): LineSplitter {
  const decoder = new StringDecoder('utf8');
  // The pieces of the line that is still open, joined once: adding to a string would copy a very long line again and again.
  let open: string[] = [];

  const take = (text: string): void => {
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      const line = open.join('') + text.slice(from, end);
      open = [];
      from = end + 1;
      onLine(line);
    }
    if (from < text.length) open.push(text.slice(from));
  };

  return {
    push: (chunk) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end());
      if (open.length > 0) onLine(open.join(''));
      open = [];
    },
  };
}

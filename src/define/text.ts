// Cuts text that is too long so that what tells it from others stays.

/** At most `most` characters: the beginning, what was left out, the end. Both ends of an ARN or a path tell it from others. */
export function cutMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = Math.max(0, most - noteOf(text.length).length);
  const note = noteOf(text.length - room);
  const head = Math.ceil(room / 2);
  return wholeCharacters(text.slice(0, head)) + note + wholeCharacters(text.slice(text.length - (room - head)));
}

function noteOf(omitted: number): string {
  return ` ... ${omitted} more ... `;
}

/** Without the half of a character that a cut leaves at an end. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

// The page's style sheet, put together.
import { markdown } from './markdown.ts';
import { page } from './page.ts';
import { theme } from './theme.ts';
import { timeline } from './timeline.ts';

export const styles = [theme, page, timeline, markdown].join('\n');

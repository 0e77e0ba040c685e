// Tells whoever is on call, where alarms tell them, too.

export interface Page {
  /** ARN of the topic. */
  readonly topicArn: string;
  /** ASCII, at most 100 characters: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
  readonly subject: string;
  readonly text: string;
}

export interface Pager {
  page(page: Page): Promise<void>;
}

/** What a node tells its own members about its way to the log. */
export const notices = {
  cutOff: '* Cut off from the other nodes: what you say waits',
  back: '* Back: what waited has been sent',
  missed: '* This node was away for too long: messages of others are missing',
} as const;

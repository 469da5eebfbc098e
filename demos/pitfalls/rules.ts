/** The page on which a rule stands: those of datagrams begin with U. */
export const pageOfRule = (rule: string): string =>
  `docs/${rule.startsWith('U') ? 'protocol' : 'protocol-tcp'}.md`;

/** "1 story", "12 stories". */
export function StoryCount({ count }: { count: number }) {
  return <span class="count">{count === 1 ? "1 story" : `${count} stories`}</span>;
}

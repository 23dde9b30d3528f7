/** An e-mail that a narrow place breaks before the @ rather than inside of a name. */
export function Email({ address }: { address: string }) {
  const at = address.lastIndexOf("@");
  return (
    <span style={{ overflowWrap: "anywhere" }}>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  );
}

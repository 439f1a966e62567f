# What an installer may be answered; it stands in each script that asks or is told (release/deb.ts puts it there).
# Each prints a sentence and fails where the answer will not do.
expect_address() {
  printf '%s\n' "$1" | grep -Eqx 'https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/?' ||
    { echo "Expected an address like https://outreach.example.gov.in, got \"$1\""; return 1; }
}
expect_email() {
  [ -z "$1" ] || printf '%s\n' "$1" | grep -Eqx '[^@[:space:]]+@[^@[:space:].]+(\.[^@[:space:].]+)+' ||
    { echo "Expected an e-mail address like you@example.in, got \"$1\""; return 1; }
}

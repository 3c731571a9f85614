const said = document.getElementById("said");

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const told = await answer.json().catch(() => ({}));
  const [problem] = told.problems ?? [];
  return { ok: answer.ok, says: problem === undefined ? "" : `${problem.says} ${problem.fix}` };
}

document.getElementById("welcome")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const token = location.hash.slice(1);
  const { ok, says } = await post("/api/auth/reset-password", {
    newPassword: document.getElementById("password").value,
    token,
  });
  said.textContent = ok ? "Done. You can sign in now." : `That did not work: ${says}`;
  if (ok) location.href = "/";
});

document.getElementById("sign-in")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const [email, password] = ["email", "secret"].map((id) => document.getElementById(id).value);
  const { ok, says } = await post("/api/auth/sign-in/email", { email, password });
  said.textContent = ok ? "" : `That did not work: ${says}`;
  if (ok) await showRights();
});

async function showRights() {
  const me = await (await fetch("/api/me")).json();
  const section = document.getElementById("rights");
  const roles = [
    ...new Set(me.rights.map(({ role, centre }) => `${role.replaceAll("_", " ")}${centre ? ` at ${centre}` : ""}`)),
  ];
  section.textContent = `Signed in as ${me.name}: ${roles.join(", ")}.`;
  section.hidden = false;
  document.getElementById("sign-in").hidden = true;
}

// Asks the browser for a passkey and sends what it answers (WebAuthn level 2). The button works only where there are any.
(() => {
  const button = document.querySelector("[data-passkey]");
  const options = document.getElementById("passkey-options");
  if (!button || !options || !window.PublicKeyCredential) {
    return;
  }
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const named = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

  const asked = () => {
    const wanted = JSON.parse(options.textContent);
    wanted.challenge = bytes(wanted.challenge);
    if (wanted.user) {
      wanted.user.id = bytes(wanted.user.id);
      wanted.excludeCredentials = named(wanted.excludeCredentials);
    } else if (wanted.allowCredentials) {
      wanted.allowCredentials = named(wanted.allowCredentials);
    }
    return { publicKey: wanted };
  };

  const answered = (credential) => {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[name]) {
        response[name] = text(credential.response[name]);
      }
    }
    const { id, type } = credential;
    return JSON.stringify({ id, type, rawId: text(credential.rawId), response, clientExtensionResults: {} });
  };

  button.disabled = false;
  button.addEventListener("click", async () => {
    const complaint = button.form.querySelector("[data-passkey-error]");
    complaint.hidden = true;
    button.disabled = true;
    try {
      button.form.elements.answer.value = answered(await navigator.credentials[button.dataset.passkey](asked()));
      button.form.submit();
    } catch {
      complaint.hidden = false;
      button.disabled = false;
    }
  });
})();

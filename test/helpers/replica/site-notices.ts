/** Pages that stand in the place of every other, in the manner of those that protect or close a site. */
export type Notice = "challenge" | "login" | "maintenance";

const NOTICES: Readonly<Record<Notice, string>> = {
  challenge: `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow"><meta http-equiv="refresh" content="360"></head>
<body class="no-js"><div class="main-wrapper" role="main"><div class="main-content">
<h1>www.parlement.example</h1><h2>Checking that you are human. This takes a few seconds.</h2>
<div id="challenge-stage"></div>
<div id="challenge-error-text">Please enable JavaScript and cookies to go on</div>
</div></div>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=0a1b2c3d4e5f6071"></script>
<div class="footer">Ray ID: <code>0a1b2c3d4e5f6071</code></div></body></html>
`,
  login: `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Connexion</title></head>
<body><h1>Espace réservé</h1><form method="post" action="/login">
<label>Identifiant <input name="username" autocomplete="username"></label>
<label>Mot de passe <input type="password" name="password"></label>
<button type="submit">Se connecter</button></form></body></html>
`,
  maintenance: `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<title>Site en maintenance</title></head>
<body><h1>Maintenance en cours</h1>
<p>Le site est momentanément indisponible. Revenez dans quelques heures.</p>
</body></html>
`,
};

export function noticePage(notice: Notice): string {
  return NOTICES[notice];
}

// Colours of the page by day and by night, each pair with a contrast of at least 4.5:1, and the tones of states.

/** `light-dark()`: https://developer.mozilla.org/docs/Web/CSS/color_value/light-dark */
export const theme = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f3f5f8, #0e1319);
  --paper: light-dark(#ffffff, #161d26);
  --raised: light-dark(#f7f9fb, #1c2530);
  --ink: light-dark(#18212d, #e3e9f1);
  --ink-soft: light-dark(#525e6e, #a3b0c0);
  --rule: light-dark(#d3dae3, #2d3947);
  --link: light-dark(#0b5f8a, #6cc4f2);
  --focus: light-dark(#0b5f8a, #8fd3f8);
  --added: light-dark(#dcf5e4, #12352a);
  --added-ink: light-dark(#0f4f2d, #a6ecc4);
  --removed: light-dark(#fde4e3, #43201f);
  --removed-ink: light-dark(#86181d, #ffbdb8);
  --text-font: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", "DejaVu Sans", sans-serif, "Noto Color Emoji";
  --code-font: ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", "DejaVu Sans Mono", monospace, "Noto Color Emoji";
}
.tone-good { --tone: light-dark(#17693c, #7ad9a3); --tone-soft: light-dark(#dff3e6, #143325); --tone-bar: light-dark(#3fa56d, #3f9a6a); }
.tone-bad { --tone: light-dark(#a31d24, #ff9a94); --tone-soft: light-dark(#fde7e6, #421f20); --tone-bar: light-dark(#d5535a, #d2595c); }
.tone-warn { --tone: light-dark(#7d4e00, #f0bd62); --tone-soft: light-dark(#fbeed2, #3a2b10); --tone-bar: light-dark(#d19a34, #bb8a33); }
.tone-busy { --tone: light-dark(#0b5f8a, #7ccaf4); --tone-soft: light-dark(#dff0f9, #12303f); --tone-bar: light-dark(#4a9cc7, #3d8bb5); }
.tone-idle { --tone: light-dark(#525e6e, #a3b0c0); --tone-soft: light-dark(#e9edf2, #25303c); --tone-bar: light-dark(#96a3b3, #62707f); }
.tone-merged { --tone: light-dark(#5b3aa8, #c3aef5); --tone-soft: light-dark(#ece6fa, #2c2445); --tone-bar: light-dark(#8a6ad0, #8468c7); }
.avatar-0 { --face: #0b6b6f; } .avatar-1 { --face: #7a4310; } .avatar-2 { --face: #5b3aa8; } .avatar-3 { --face: #9a2257; }
.avatar-4 { --face: #2f6220; } .avatar-5 { --face: #1f4e9e; } .avatar-6 { --face: #8a3324; } .avatar-7 { --face: #46525f; }
@media print {
  :root { color-scheme: light; }
}
`;

# Words of the window.

app-name = aimaq
app-title = aimaq – a digital twin of a region

document.title = "started by a script that is long enough to be worth its compression, compression, compression";

// Makes the form under a story better than it is without: it is sent by the browser, with or without this.

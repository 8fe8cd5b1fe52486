compile("page");
    const spread = (bytes) => document.createRange().createContextualFragment(new TextDecoder().decode(bytes));
    await unpacked(PACKED).then((bytes) => document.head.append(spread(bytes)));

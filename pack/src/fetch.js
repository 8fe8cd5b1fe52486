const fetched = (address) => {
    const bytes = fetch(address).then((response) => response.arrayBuffer());
    return () => bytes;
  };

"""newskg: turns news articles into a graph of people, organizations, places, events and claims."""
